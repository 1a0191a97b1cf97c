import { readFileSync } from 'node:fs';

/** A process's name and its parent. @param {number} pid */
function read(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return undefined;
  }
}

/** The parent, or its parent when npm's shell stands between. */
function starter() {
  const parent = read(process.ppid);
  return parent && /^(sh|dash|bash)$/.test(parent.name) ? parent.parent : process.ppid;
}

/**
 * Calls back when the npm that started us is gone: killed with -9 it can't tell anyone, and its shell doesn't pass signals on.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (!process.env['npm_lifecycle_event']) return;
  const npm = starter();
  setInterval(() => starter() !== npm && onGone(), 200).unref();
}
