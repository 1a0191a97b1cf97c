import type { Text } from '@sala/domain/khmer';
import { after, beginning, inputOf, type Standing } from './explore.js';
import type { Practice, Step } from './practice.js';
import type { PhoneState } from './run.js';

/** A picture of the film: the phone, what is said, and what the finger does next. */
export interface Frame {
  phone: PhoneState;
  task: string;
  say: Text;
  step: Step;
}

/** The film of a practice: it walks the written ways, one frame a step. Tasks that are done by the way are not shown again. */
export function watchScript(practice: Practice): Frame[] {
  const frames: Frame[] = [];
  let standing: Standing = beginning(practice);
  for (const [index, task] of practice.tasks.entries()) {
    if (standing.task > index) continue;
    for (const step of task.path) {
      frames.push({ phone: standing.phone, task: task.id, say: task.say, step });
      standing = after(practice, standing, inputOf(practice, standing.phone, step));
    }
  }
  return frames;
}
