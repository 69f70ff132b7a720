/**
 * Ways to a server on which no connection comes about: requests fail there before a byte of them is sent. The failures
 * are real ones, of Node's resolver and TLS.
 */
import type { LookupFunction } from 'node:net';
import { createServer } from 'node:https';
import { Agent, type Dispatcher } from 'undici';

export type ConnectionFault =
  | 'no such host' // the name is not known
  | 'no name server' // whoever could know the name is out of reach
  | 'refused' // nobody listens
  | 'not TLS' // a plain server, spoken to in TLS
  | 'self-signed'; // nobody vouches for the certificate

export const connectionFaults: readonly ConnectionFault[] = [
  'no such host',
  'no name server',
  'refused',
  'not TLS',
  'self-signed',
];

/** Where to send a request that is to meet the fault, and through what. */
export interface BrokenWay {
  readonly origin: string;
  readonly dispatcher: Dispatcher;
}

export interface BrokenWays {
  readonly way: (fault: ConnectionFault) => BrokenWay;
  /** For who brings a client of his own; gives what `dns.lookup` gives for an unknown name or a silent name server. */
  readonly lookup: (fault: 'no such host' | 'no name server') => LookupFunction;
  readonly close: () => Promise<void>;
}

/** @param plainPort of a server on loopback that speaks HTTP */
export async function brokenWays(plainPort: number): Promise<BrokenWays> {
  const selfSigned = createServer({ key, cert }, (_, response) => response.writeHead(500).end());
  const selfSignedPort = await listening(selfSigned);
  const vacant = createServer();
  const vacantPort = await listening(vacant);
  await closed(vacant);
  const agents = {
    'no such host': new Agent({ connect: { lookup: failing('ENOTFOUND') } }),
    'no name server': new Agent({ connect: { lookup: failing('EAI_AGAIN') } }),
    straight: new Agent(),
  };
  const straight = (origin: string): BrokenWay => ({ origin, dispatcher: agents.straight });
  const ways: Readonly<Record<ConnectionFault, BrokenWay>> = {
    'no such host': { origin: 'https://chat.invalid', dispatcher: agents['no such host'] },
    'no name server': { origin: 'https://chat.invalid', dispatcher: agents['no name server'] },
    refused: straight(`http://127.0.0.1:${vacantPort}`),
    'not TLS': straight(`https://127.0.0.1:${plainPort}`),
    'self-signed': straight(`https://127.0.0.1:${selfSignedPort}`),
  };

  return {
    way: (fault) => ways[fault],
    lookup: (fault) => failing(fault === 'no such host' ? 'ENOTFOUND' : 'EAI_AGAIN'),
    async close() {
      await Promise.all(Object.values(agents).map((agent) => agent.destroy()));
      selfSigned.closeAllConnections();
      await closed(selfSigned);
    },
  };
}

function failing(code: string): LookupFunction {
  return (hostname, _, callback) => {
    const error = new Error(`getaddrinfo ${code} ${hostname}`);
    process.nextTick(callback, Object.assign(error, { code, syscall: 'getaddrinfo', hostname }));
  };
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake listens on a port');
  return address.port;
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((done) => void server.close(() => done()));
}

// Of no use but here: for "localhost", from 2020 to 2120, signed by itself.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdW5z29xkEsy2RPhN
9c7WIKpoEhrQ1cCtyiUZeZ9eQQ6hRANCAASUCDiIoyOkvRpEBzdYS5Tns4AV8GAI
sGkr80OG5ErfT8Yj219yYodJBIiMjlDxZ8dBJuorhXCizpNPZl1n4Mjp
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBVDCB/KADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCWxvY2FsaG9z
dDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
bG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAElAg4iKMjpL0aRAc3
WEuU57OAFfBgCLBpK/NDhuRK30/GI9tfcmKHSQSIjI5Q8WfHQSbqK4Vwos6TT2Zd
Z+DI6aM9MDswGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMB0GA1UdDgQWBBTe
yj9GJcJ32an5sKX0gEDm0FWVZTAKBggqhkjOPQQDAgNHADBEAiA+9O+mL+AXLEdg
67R/9/fMKFxrAESEPMOWrTrPvhnAUwIgcfWkljoIbzuf3f5laOMW1GmalCGDHTvU
is1e1ORATOY=
-----END CERTIFICATE-----`;
