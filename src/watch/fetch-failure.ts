/** What went wrong on the way to a server, in one sentence. Never quotes an error: they carry URLs and addresses. */

/** @param place the URL as it may be shown. */
export function failureSentence(error: unknown, place: string, host: string): string {
  const code = codeOf(error);
  if (code === 'PRIVATE_ADDRESS') {
    return `${host} leads to a private address, which is not fetched. To allow it, add ${host} or its network to FETCH_ALLOW.`;
  }
  const known = sentences.find(([codes]) => codes.test(code));
  if (known !== undefined) return known[1].replaceAll('{host}', host).replaceAll('{place}', place);
  return `${place} could not be fetched${code === '' ? '' : ` (${code})`}.`;
}

/** The code of the error or of what caused it; the first one of several attempts. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  // `undici` wraps what happened on the socket; the cause says more than "socket error".
  if ((code === undefined || code === 'UND_ERR_SOCKET') && codeOf(error.cause) !== '')
    return codeOf(error.cause);
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  return typeof code === 'string' ? code : '';
}

const sentences: ReadonlyArray<[codes: RegExp, sentence: string]> = [
  [/^(ENOTFOUND|ENODATA|EAI_NONAME)$/, 'There is no host named {host}.'],
  [/^(EAI_|ETIMEOUT$|ESERVFAIL$)/, 'The name {host} could not be looked up (name server out of reach).'],
  [/^ECONNREFUSED$/, '{host} refuses connections.'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN)$/, '{host} cannot be reached from this network.'],
  [/^(TIMEOUT|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, '{host} did not answer in time.'],
  [/^CERT_HAS_EXPIRED$/, 'The certificate of {host} has expired.'],
  [/^CERT_NOT_YET_VALID$/, "The certificate of {host} is not valid yet (is this machine's clock right?)."],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'The certificate of {host} is for another name.'],
  [/SELF_SIGNED/, 'The certificate of {host} is self-signed, so nobody vouches for it.'],
  [/^(UNABLE_TO_|CERT_|INVALID_CA$|INVALID_PURPOSE$)/, 'The certificate of {host} cannot be verified.'],
  [
    /^(EPROTO$|ERR_SSL_|ERR_TLS_)/,
    'No secure connection to {host} could be made (does it serve https at that port?).',
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_INVALID_EOF_STATE)$/,
    '{host} closed the connection before the answer was complete.',
  ],
  [/^(HPE_|UND_ERR_HEADERS_OVERFLOW$)/, '{host} does not answer in proper HTTP.'],
  [
    /^(Z_|ERR__ERROR_FORMAT|ERR_PADDING|ERR_BROTLI|ERR_ZLIB|ZSTD_|ERR_ZSTD)/,
    '{place} came packed in a damaged way.',
  ],
];
