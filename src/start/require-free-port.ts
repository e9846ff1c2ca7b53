import { createServer } from 'node:net';

/** Rejects with the system's own error when the port cannot be had; asked first, so that nothing has been started by then. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
