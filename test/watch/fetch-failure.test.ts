import { expect, test } from 'vitest';
import { failureSentence } from '../../src/watch/fetch-failure.ts';

const failures: ReadonlyArray<[code: string, sentence: RegExp]> = [
  ['ENOTFOUND', /^There is no host named feeds\.example\.$/],
  ['EAI_AGAIN', /could not be looked up/],
  ['ECONNREFUSED', /refuses connections/],
  ['EHOSTUNREACH', /cannot be reached from this network/],
  ['ETIMEDOUT', /did not answer in time/],
  ['UND_ERR_CONNECT_TIMEOUT', /did not answer in time/],
  ['CERT_HAS_EXPIRED', /certificate of feeds\.example has expired/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /is for another name/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /self-signed/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /cannot be verified/],
  ['EPROTO', /No secure connection/],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', /No secure connection/],
  ['ECONNRESET', /closed the connection/],
  ['HPE_INVALID_CONSTANT', /proper HTTP/],
  ['Z_DATA_ERROR', /damaged/],
  ['PRIVATE_ADDRESS', /^feeds\.example leads to a private address.*add feeds\.example.*FETCH_ALLOW\.$/],
  ['ESOMETHING', /^feeds\.example\/rss could not be fetched \(ESOMETHING\)\.$/],
];

test.for(failures)('%s is told in a sentence', ([code, sentence]) => {
  const error = Object.assign(new Error('connect to https://ann:secret@feeds.example'), { code });
  expect(failureSentence(error, 'feeds.example/rss', 'feeds.example')).toMatch(sentence);
});

test('what caused a failure says more than the failure', () => {
  const cause = Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' });
  expect(failureSentence(new TypeError('failed', { cause }), 'p', 'h')).toMatch(/expired/);
  expect(failureSentence(new AggregateError([cause]), 'p', 'h')).toMatch(/expired/);
  expect(failureSentence('thrown text', 'p', 'h')).toBe('p could not be fetched.');
});
