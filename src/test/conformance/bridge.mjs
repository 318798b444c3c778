// node bridge.mjs COMMAND...: the conformance suite speaks HTTP only. This passes its messages on,
// as they are, to the stdio server that COMMAND starts for each session, and back.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

const [command, ...args] = process.argv.slice(2);
const sessions = new Map();

async function open() {
  const web = new StreamableHTTPServerTransport({
    sessionIdGenerator: () => randomUUID(),
    onsessioninitialized: (id) => sessions.set(id, web),
  });
  const pipe = new StdioClientTransport({ command, args, env: process.env, stderr: 'inherit' });
  web.onmessage = (message) => pipe.send(message);
  pipe.onmessage = (message) => web.send(message);
  web.onclose = () => pipe.close();
  await pipe.start();
  await web.start();
  return web;
}

const server = createServer(async (request, response) => {
  const web = sessions.get(request.headers['mcp-session-id']) ?? (await open());
  await web.handleRequest(request, response);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/mcp`));
