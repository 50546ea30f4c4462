// Runs a flow chart in bpmn-engine, with feelin reading the conditions, and tells what it did.
//
// Input, as JSON on stdin: {file, steps: [{task, answers}]}. Output: the ids of the tasks in the
// order in which they were done, then the ids of the ends that were reached.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Engine } from 'bpmn-engine';
import { evaluate } from 'feelin';

for (const { file, steps } of JSON.parse(readFileSync(0, 'utf8'))) {
  console.log(JSON.stringify(await walk(file, steps)));
}

async function walk(file, steps) {
  const done = [];
  const ends = [];
  const answers = {};
  const waiting = new Map();
  const listener = new EventEmitter();
  const engine = new Engine({
    name: 'walk',
    source: readFileSync(file, 'utf8'),
    expressions: { resolveExpression: (condition) => resolved(condition, answers) },
  });
  listener.on('activity.wait', (api) => waiting.set(api.id, api));
  listener.on('activity.end', (api) => {
    if (api.type === 'bpmn:EndEvent') ends.push(api.id);
  });
  const execution = await engine.execute({ listener });
  for (const step of steps) {
    const api = waiting.get(step.task);
    if (!api) {
      done.push(`${step.task} is not due`);
      break;
    }
    waiting.delete(step.task);
    Object.assign(answers, step.answers);
    done.push(step.task);
    api.signal();
  }
  if (waiting.size) execution.stop();
  return { done, ends, waiting: [...waiting.keys()] };
}

function resolved(condition, answers) {
  const found = evaluate(condition, answers);
  return found && typeof found === 'object' && 'value' in found ? found.value : found;
}
