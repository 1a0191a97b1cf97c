import type { Practice, Target } from './index.js';

const text = (km: string, en: string) => ({ km, en });
const target = (id: string, label: string, km: string, effects: Target['effects'], more: Partial<Target> = {}): Target => ({
  id,
  label,
  meaning: text(km, label),
  effects,
  ...more,
});
const go = (screen: string) => ({ do: 'go', screen }) as const;
const set = (variable: string, value: string | boolean | number) => ({ do: 'set', variable, value }) as const;
const start = (event: string) => ({ do: 'start', event }) as const;

/** A small scenario with everything in it: a learner drops out of room 3 and has to get back into it. */
export const breakout: Practice = {
  id: 'dropped',
  title: text('ដាច់ ហើយចូលបន្ទប់ដដែលវិញ', 'Dropped out, get back'),
  app: { name: 'Zoom', version: '6.2', platform: 'Android 13', checkedOn: '2026-11-01' },
  variables: { line: 'up', invited: false, name: '' },
  start: 'room-three',
  happenings: {
    drop: { after: 20, effects: [set('line', 'down')], say: text('អ៊ីនធឺណិតដាច់។', 'The line dropped.') },
    back: { after: 5, effects: [set('line', 'up'), go('chat')] },
    admit: { after: 4, effects: [go('main-room')] },
  },
  screens: {
    'room-three': {
      kind: 'drawn',
      onEnter: [start('drop')],
      widgets: [
        { kind: 'app-bar', title: 'Room 3' },
        { kind: 'tiles', people: [{ name: 'Sok' }, { name: 'Chan', muted: true }] },
        {
          kind: 'buttons',
          targets: [
            target('leave-room', 'Leave room', 'ចេញពីបន្ទប់តូច', [go('main-room'), { do: 'stop', event: 'drop' }], {
              help: text('ប៊ូតុងនេះចេញពីបន្ទប់តូច។', 'This leaves the small room.'),
            }),
          ],
        },
      ],
    },
    chat: {
      kind: 'drawn',
      widgets: [
        { kind: 'bubble', from: 'Host', text: 'zoom.us/j/000', mine: false, target: target('link', 'zoom.us/j/000', 'តំណ', [go('join')]) },
      ],
    },
    join: {
      kind: 'drawn',
      widgets: [
        { kind: 'field', target: target('name', 'Your name', 'ឈ្មោះ', [], { types: 'name' }) },
        { kind: 'button', tone: 'main', target: target('join', 'Join', 'ចូលរួម', [go('waiting'), start('admit')]) },
      ],
    },
    waiting: { kind: 'drawn', widgets: [{ kind: 'text', text: 'Please wait' }] },
    'main-room': {
      kind: 'drawn',
      widgets: [
        {
          kind: 'buttons',
          targets: [
            target('rooms', 'Breakout rooms', 'បន្ទប់ក្រុមតូច', [set('invited', true)]),
            target('leave-meeting', 'Leave meeting', 'ចាកចេញពីប្រជុំ', [go('chat')]),
          ],
        },
        {
          kind: 'list',
          when: { is: 'equal', variable: 'invited', value: true },
          items: [
            { target: target('room-1', 'Room 1', 'បន្ទប់ ១', [go('room-one')]) },
            { target: target('room-3', 'Room 3', 'បន្ទប់ ៣', [go('room-again')]) },
          ],
        },
      ],
    },
    'room-one': {
      kind: 'drawn',
      widgets: [{ kind: 'button', tone: 'plain', target: target('leave-room', 'Leave room', 'ចេញពីបន្ទប់តូច', [go('main-room')]) }],
    },
    'room-again': { kind: 'drawn', widgets: [{ kind: 'app-bar', title: 'Room 3' }] },
  },
  overlays: [
    {
      id: 'no-line',
      when: { is: 'equal', variable: 'line', value: 'down' },
      modal: true,
      form: 'dialog',
      widgets: [
        { kind: 'text', text: 'No connection' },
        { kind: 'button', tone: 'main', target: target('ok', 'OK', 'យល់ព្រម', [start('back')]) },
      ],
    },
  ],
  tasks: [
    {
      id: 'dropped',
      say: text('បន្តិចទៀត អ៊ីនធឺណិតនឹងដាច់។', 'Soon the line drops.'),
      goal: {
        is: 'any',
        of: [
          { is: 'equal', variable: 'line', value: 'down' },
          { is: 'on', screen: 'main-room' },
          { is: 'on', screen: 'chat' },
        ],
      },
      path: [{ step: 'wait' }],
    },
    {
      id: 'back-in-room',
      say: text('ចូលបន្ទប់ ៣ វិញ។', 'Get back into room 3.'),
      goal: { is: 'on', screen: 'room-again' },
      path: [
        { step: 'tap', target: 'ok' },
        { step: 'wait' },
        { step: 'tap', target: 'link' },
        { step: 'type', target: 'name', text: 'សុខ ដារា - ឃុំអូរធំ' },
        { step: 'tap', target: 'join' },
        { step: 'wait' },
        { step: 'tap', target: 'rooms' },
        { step: 'tap', target: 'room-3' },
      ],
    },
  ],
};
