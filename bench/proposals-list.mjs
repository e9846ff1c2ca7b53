// The API's list of proposals under load, against the bare query with pg and the same number of connections.
import autocannon from 'autocannon';
import pg from 'pg';

const QUERY = `SELECT p.id, p.state, p.planned_start, p.version, p.updated_at, h.reference, u.name FROM proposal p JOIN household h ON h.id = p.household_id
  JOIN unit u ON u.id = p.unit_id WHERE p.region_id = 'assen' ORDER BY p.id LIMIT 25`;

export async function benchProposalsList(server, { seconds, connections }) {
  const api = await autocannon({
    url: `${server.url}/v1/voorstellen?aantal=25`,
    headers: server.headers,
    duration: seconds,
    connections,
  });
  if (api.non2xx > 0 || api.errors > 0) throw new Error(`${api.non2xx} answers were not 2xx, ${api.errors} errors`);
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: connections });
  const latencies = [];
  const end = performance.now() + seconds * 1000;
  const ask = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      await pool.query(QUERY);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  await pool.end();
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.floor(latencies.length * share)];
  return {
    connections,
    seconds,
    api: { perSecond: api.requests.average, p50Ms: api.latency.p50, p99Ms: api.latency.p99 },
    bareQuery: { perSecond: latencies.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) },
    timesSlower: latencies.length / seconds / api.requests.average,
  };
}
