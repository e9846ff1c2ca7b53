import './field-keys';
import { compileSolverThread } from './compile-solver-thread';
import { startTestServer, type TestServer } from './test-server';

declare global {
  // Jest gives its set-up and its teardown nothing else to share.
  var woonplekTestServer: TestServer | undefined;
}

export default async function globalSetup(): Promise<void> {
  compileSolverThread();
  globalThis.woonplekTestServer = await startTestServer();
  process.env.WOONPLEK_TEST_SERVER_URL = globalThis.woonplekTestServer.url;
}
