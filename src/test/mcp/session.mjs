// node session.mjs URL TOKEN TOOL ARGUMENTS: a client of the official TypeScript SDK calls a tool of
// a session and prints what it says; exit code 2 if the tool refused.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, token, name, json] = process.argv.slice(2);
const client = new Client({ name: 'independent', version: '1' });
client.onerror = (error) => console.log(`not of the protocol: ${error}`);
await client.connect(
  new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  }),
);
const result = await client.callTool({ name, arguments: JSON.parse(json) });
console.log(result.content.map((part) => part.text).join('\n'));
await client.close();
process.exitCode = result.isError ? 2 : 0;
