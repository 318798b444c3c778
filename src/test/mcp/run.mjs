// node run.mjs SCENARIO PLAN COMMAND...: a client of the official TypeScript SDK plays a scenario
// against the server that COMMAND starts; exit code 0 if all of it held.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const [name, plan, command, ...args] = process.argv.slice(2);
const forms = [];

/** A connected client; `fill` is its person, who gets forms; without it, it has none. */
async function connect(fill) {
  const client = new Client(
    { name: 'independent', version: '1' },
    { capabilities: fill ? { elicitation: {} } : {} },
  );
  if (fill) {
    client.setRequestHandler(ElicitRequestSchema, async (request) => {
      forms.push(request.params);
      return fill(request.params);
    });
  }
  client.onerror = (error) => console.log(`not of the protocol: ${error}`);
  const transport = new StdioClientTransport({ command, args, env: process.env, stderr: 'inherit' });
  await client.connect(transport);
  console.log(`server ${transport.pid}`);
  return client;
}

function demand(isTrue, what, found) {
  if (!isTrue) {
    throw new Error(`expected ${what}, found ${JSON.stringify(found)}`);
  }
}

const text = (result) => result.content.map((part) => part.text).join('\n');

async function call(client, tool, args = {}) {
  return client.callTool({ name: tool, arguments: args }, undefined, { timeout: 150_000 });
}

async function good(client, tool, args) {
  const result = await call(client, tool, args);
  demand(!result.isError, `${tool} to do it`, result);
  return result;
}

/** The call fails as a result that says what to do, and with no stack. */
async function bad(client, tool, args, ...words) {
  const result = await call(client, tool, args);
  demand(result.isError, `${tool} to refuse ${JSON.stringify(args).slice(0, 200)}`, result);
  for (const word of words) {
    demand(text(result).includes(word), word, text(result));
  }
  demand(!/\bat [a-z.]+\(|Exception/.test(text(result)), 'no stack', text(result));
  demand(text(result).length < 5_000, 'a short refusal', text(result).length);
}

async function dispatched(client) {
  const result = await good(client, 'dispatch', { plan, agent: 'scripted' });
  const table = result.structuredContent.gates.find((gate) => gate.kind === 'table');
  demand(table, 'the table', result.structuredContent);
  demand(table.shown.includes('SHOP-201'), 'the whole table', table.shown);
  demand(text(result).includes(`signalbox approve ${table.gate}`), 'how to approve', text(result));
  return table;
}

const states = async (client) =>
  (await good(client, 'status')).structuredContent.sessions.map((session) => session.state);

const scenarios = {
  async reads() {
    const client = await connect();
    const { tools } = await client.listTools();
    demand(
      tools.map((tool) => tool.name).sort().join() ===
        'check_plan,decide,dispatch,explain,inbox,status',
      'six tools',
      tools,
    );
    for (const tool of tools) {
      demand(tool.description.length > 100, 'a description that teaches', tool);
      for (const argument of Object.values(tool.inputSchema.properties)) {
        demand(argument.description, 'a described argument', tool);
      }
    }
    const check = await good(client, 'check_plan', { plan });
    demand(check.structuredContent.phases.length === 5, 'five phases', check.structuredContent);
    demand(JSON.parse(check.content[1].text).plan === plan, 'the same as text', check.content);
    demand(text(check).includes('no instructions'), 'texts marked as data', text(check));
    const explained = await good(client, 'explain', { plan, a: '1A', b: '1b' });
    demand(text(explained).includes('Rule: '), 'a rule', text(explained));
    await bad(client, 'status', {}, 'ENGINE_MISSING', 'Hint');
    await bad(client, 'inbox', {}, 'ENGINE_MISSING');
    await bad(client, 'decide', { gate: '1-00000000' }, 'ENGINE_MISSING');
    await client.close();
  },

  async hostile() {
    const client = await connect();
    const huge = 'x'.repeat(3_000_000);
    await bad(client, 'check_plan', { plan: '/etc/passwd' }, 'outside');
    await bad(client, 'check_plan', { plan: '../../../../../../etc/passwd' }, 'outside');
    await bad(client, 'check_plan', { plan: 'way-out/passwd' }, 'outside');
    await bad(client, 'dispatch', { plan: '/etc/passwd' }, 'outside');
    await bad(client, 'check_plan', { plan: '-' }, 'found none named');
    await bad(client, 'check_plan', { plan: '--help' }, 'found none named');
    await bad(client, 'check_plan', { plan: 'a\u0000b' }, 'found none named');
    await bad(client, 'check_plan', { plan: huge }, 'at most 4096 characters, found 3000000');
    await bad(client, 'check_plan', { plan: [plan], [huge]: 1 }, 'found a list', 'no such argument');
    await bad(client, 'explain', {}, 'plan: expected', 'a: expected', 'b: expected');
    await bad(client, 'explain', { plan, a: '1A', b: '1A' }, 'two different phases');
    await bad(client, 'explain', { plan, a: '1A', b: '\u001b[31mZ' }, 'PLAN_PHASE_UNKNOWN');
    await bad(client, 'inbox', { gate: '1; rm -rf /' }, 'expected a gate such as');
    await bad(client, 'dispatch', { plan, agent: '--yes' }, 'agent: expected');
    await good(client, 'check_plan', { plan });
    await client.close();
  },

  async accept() {
    const client = await connect(async () => ({
      action: 'accept',
      content: { decision: 'approve' },
    }));
    const table = await dispatched(client);
    demand(!(await states(client)).includes('working'), 'no agent at work', await states(client));
    const again = await good(client, 'dispatch', { plan, agent: 'scripted' });
    demand(text(again).includes('nothing was started'), 'one run', text(again));
    const decided = await good(client, 'decide', { gate: table.gate });
    demand(decided.structuredContent.answer === 'taken', 'it taken', decided);
    demand(forms.length === 1, 'one form', forms);
    demand(forms[0].message.includes(table.hash), 'the hash of what was shown', forms[0]);
    for (const issue of ['SHOP-201', 'SHOP-205']) {
      demand(forms[0].message.includes(issue), 'the whole text', forms[0]);
    }
    demand(forms[0].requestedSchema.properties.decision.default === undefined, 'no default', forms);
    await bad(client, 'decide', { gate: table.gate }, 'GATE_UNKNOWN');
    console.log('reached approved');
    await client.close();
  },

  async twice() {
    const clients = await Promise.all([connect(), connect()]);
    const tables = await Promise.all(
      [clients[0], clients[0], clients[1]].map((client) => dispatched(client)),
    );
    demand(new Set(tables.map((table) => table.gate)).size === 1, 'one run', tables);
    await Promise.all(clients.map((client) => client.close()));
  },

  async broken() {
    const client = await connect();
    await bad(client, 'dispatch', { plan, agent: 'nobody' }, 'did not start', 'nobody', 'Hint');
    await dispatched(client);
    await client.close();
  },

  async decline() {
    const answers = [
      { action: 'decline' },
      { action: 'cancel' },
      { action: 'accept', content: { decision: 'maybe' } },
      { action: 'accept', content: { why: 'approve' } },
      { action: 'accept', content: { decision: 'answer', answer1: 'approve' } },
    ];
    const client = await connect(async () => answers[forms.length - 1]);
    const table = await dispatched(client);
    for (const _ of answers) {
      const result = await good(client, 'decide', { gate: table.gate });
      demand(text(result).startsWith('Nothing was decided'), 'no decision', text(result));
    }
    demand(forms.length === answers.length, 'a form each', forms);
    const gates = (await good(client, 'inbox', { gate: table.gate })).structuredContent.gates;
    demand(gates.length === 1 && gates[0].hash === table.hash, 'the same gate', gates);
    await client.close();
    console.log('reached declined');
    const other = await connect(async () => ({
      action: 'accept',
      content: { decision: 'reject', why: 'Not today' },
    }));
    const rejected = await good(other, 'decide', { gate: table.gate });
    demand(rejected.structuredContent.answer === 'taken', 'it taken', rejected);
    await other.close();
  },

  async formless() {
    const client = await connect();
    const table = await dispatched(client);
    const result = await good(client, 'decide', { gate: table.gate });
    demand(text(result).includes('cannot put a form before a person'), 'the lack', text(result));
    demand(text(result).includes(`signalbox approve ${table.gate}`), 'the command', text(result));
    demand(!/token|http:/.test(text(result)), 'no address that may decide', text(result));
    await bad(client, 'decide', { gate: table.gate, decision: 'approve' }, 'no such argument');
    await bad(client, 'decide', { gate: `${table.gate.split('-')[0]}-00000000` }, 'as it is now');
    await bad(client, 'decide', {}, 'gate: expected');
    console.log('reached formless');
    await new Promise(() => setInterval(() => {}, 1_000));
  },

  async agent() {
    const client = await connect(async () => ({
      action: 'accept',
      content: { decision: 'approve' },
    }));
    await good(client, 'check_plan', { plan });
    await bad(client, 'dispatch', { plan }, 'DECISION_BY_AGENT');
    await bad(client, 'decide', { gate: '1-00000000' }, 'DECISION_BY_AGENT');
    demand(forms.length === 0, 'no form', forms);
    await client.close();
  },
};

try {
  await scenarios[name]();
  console.log('held');
  process.exit(0);
} catch (error) {
  console.log(error);
  process.exit(1);
}
