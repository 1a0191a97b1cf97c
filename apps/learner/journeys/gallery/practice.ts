import type { Practice } from '@sala/domain/practice';

type Widget = Extract<Practice['screens'][string], { kind: 'drawn' }>['widgets'][number];
type Target = Extract<Widget, { kind: 'button' }>['target'];
type Condition = Practice['tasks'][number]['goal'];

const text = (km: string, en: string) => ({ km, en });
const go = (id: string, label: string, km: string, screen: string): Target => ({
  id,
  label,
  meaning: text(km, label),
  effects: [{ do: 'go', screen }],
});
const stay = (id: string, label: string, km: string): Target => ({
  id,
  label,
  meaning: text(km, label),
  effects: [],
  help: text(`${label} មិនមែនជាផ្លូវនេះទេ។`, `${label} is not the way.`),
});
const bar = (title: string, next: string): Widget => ({
  kind: 'app-bar',
  title,
  right: [go('next', 'Next', 'បន្ទាប់', next)],
});
const when = (variable: string): Condition => ({ is: 'equal', variable, value: true });
const open = (id: string, label: string, km: string, variable: string): Target => ({
  id,
  label,
  meaning: text(km, label),
  effects: [{ do: 'set', variable, value: true }],
});
const shut = (id: string, label: string, km: string, variable: string): Target => ({
  id,
  label,
  meaning: text(km, label),
  effects: [{ do: 'set', variable, value: false }],
});
const drawn = (...widgets: Widget[]): Practice['screens'][string] => ({ kind: 'drawn', widgets });

/** Every widget, every form of overlay and a picture screen, one screen after the other. */
export const practice: Practice = {
  id: 'all-widgets',
  title: text('គ្រប់ផ្នែករបស់ទូរសព្ទ', 'Every part of a phone'),
  app: { name: 'Sample', version: '1.0', platform: 'Android', checkedOn: '2026-11-01' },
  variables: { message: '', name: '', wifi: false, dialog: false, sheet: false, note: false, full: false, battery: '80%', ended: false },
  start: 'home',
  screens: {
    home: {
      ...drawn({ kind: 'apps', targets: [go('next', 'Chat', 'ជជែក', 'chat'), stay('shop', 'Shop', 'ហាង')] }, { kind: 'space' }),
      onEnter: [{ do: 'start', event: 'battery' }],
    },
    chat: drawn(
      bar('Chat', 'settings'),
      { kind: 'bubble', from: 'សុខ ដារា', text: 'សូមចូលប្រជុំ', mine: false, time: '9:12', target: stay('link', 'sala.example/1', 'តំណប្រជុំ') },
      { kind: 'bubble', text: 'បាទ', mine: true, time: '9:13' },
      {
        kind: 'composer',
        target: { ...stay('message', 'Message', 'សារ'), types: 'message' },
        send: stay('send', 'Send', 'ផ្ញើ'),
        more: stay('attach', 'Attach', 'ភ្ជាប់'),
      },
    ),
    settings: drawn(
      bar('Settings', 'meeting'),
      {
        kind: 'list',
        items: [
          { target: stay('privacy', 'Privacy', 'ភាពឯកជន'), icon: 'lock', detail: 'My contacts' },
          { target: stay('file', 'minutes.pdf', 'កំណត់ហេតុ'), icon: 'file' },
        ],
      },
      { kind: 'toggle', target: { ...stay('wifi', 'Wi-Fi', 'វ៉ាយហ្វាយ'), effects: [{ do: 'toggle', variable: 'wifi' }] }, variable: 'wifi' },
      { kind: 'field', target: { ...stay('name', 'Your name', 'ឈ្មោះរបស់លោកអ្នក'), types: 'name' } },
      { kind: 'text', text: 'A title', tone: 'title' },
      { kind: 'text', text: 'Quiet words', tone: 'quiet' },
      { kind: 'text', text: 'A notice', tone: 'notice' },
    ),
    meeting: drawn(
      bar('Meeting', 'post'),
      {
        kind: 'tiles',
        people: [
          { name: 'លី ម៉ារី', muted: false, hand: true },
          { name: 'សុខ ដារា', muted: true, camera: true },
        ],
      },
      {
        kind: 'buttons',
        targets: [stay('mute', 'Mute', 'បិទសំឡេង'), stay('video', 'Start video', 'បើកវីដេអូ'), open('more', 'More', 'មើលបន្ថែម', 'sheet')],
      },
      { kind: 'button', tone: 'danger', target: open('leave', 'Leave', 'ចាកចេញ', 'dialog') },
    ),
    post: drawn(bar('Page', 'browser'), {
      kind: 'post',
      from: 'ឃុំគំរូ',
      text: 'ថ្ងៃស្អែកមានចាក់វ៉ាក់សាំង។',
      time: '2 h',
      comments: [{ from: 'ចាន់ ណារី', text: 'អរគុណ' }],
      targets: [stay('like', 'Like', 'ចូលចិត្ត'), open('share', 'Share', 'ចែករំលែក', 'note')],
    }),
    browser: drawn(
      bar('Browser', 'picture'),
      { kind: 'address', address: 'https://sala.example/join' },
      { kind: 'button', tone: 'main', target: open('call', 'Call', 'ហៅ', 'full') },
      { kind: 'button', tone: 'plain', target: stay('later', 'Later', 'ពេលក្រោយ') },
    ),
    picture: {
      kind: 'picture',
      file: 'pictures/scene.svg',
      alt: text('ផ្ទះ និងព្រះអាទិត្យ', 'A house and the sun'),
      ratio: 1.82,
      areas: [
        {
          target: {
            id: 'sun',
            label: 'Sun',
            meaning: text('ព្រះអាទិត្យ', 'The sun'),
            effects: [{ do: 'set', variable: 'ended', value: true }],
          },
          left: 60,
          top: 8,
          width: 32,
          height: 50,
        },
        { target: go('house', 'House', 'ផ្ទះ', 'home'), left: 8, top: 30, width: 40, height: 62 },
      ],
    },
  },
  overlays: [
    {
      id: 'dialog',
      when: when('dialog'),
      modal: true,
      form: 'dialog',
      widgets: [
        { kind: 'text', text: 'Leave the meeting?' },
        { kind: 'button', tone: 'plain', target: shut('cancel', 'Cancel', 'បោះបង់', 'dialog') },
      ],
    },
    {
      id: 'sheet',
      when: when('sheet'),
      modal: true,
      form: 'sheet',
      widgets: [{ kind: 'button', tone: 'plain', target: shut('close', 'Close', 'បិទ', 'sheet') }],
    },
    {
      id: 'note',
      when: when('note'),
      modal: false,
      form: 'notification',
      widgets: [
        { kind: 'text', text: '123-456' },
        { kind: 'button', tone: 'plain', target: shut('dismiss', 'Dismiss', 'បិទសារ', 'note') },
      ],
    },
    {
      id: 'full',
      when: when('full'),
      modal: true,
      form: 'full',
      widgets: [
        { kind: 'text', text: 'សុខ ដារា', tone: 'title' },
        { kind: 'button', tone: 'danger', target: shut('decline', 'Decline', 'មិនទទួល', 'full') },
      ],
    },
  ],
  happenings: {
    battery: {
      after: 3,
      effects: [{ do: 'set', variable: 'battery', value: '9%' }],
      say: text('ថ្មជិតអស់ហើយ។', 'The battery is nearly empty.'),
      countdown: true,
    },
  },
  tasks: [
    {
      id: 'write',
      say: text('សូមសរសេរសារ «បាទ»។', 'Write the message “yes”.'),
      goal: { is: 'same-text', variable: 'message', text: 'បាទ' },
      path: [
        { step: 'tap', target: 'next' },
        { step: 'type', target: 'message', text: 'បាទ' },
      ],
    },
    {
      id: 'sun',
      say: text('សូមទៅដល់ព្រះអាទិត្យ។', 'Get to the sun.'),
      goal: { is: 'equal', variable: 'ended', value: true },
      path: [...Array.from({ length: 5 }, () => ({ step: 'tap' as const, target: 'next' })), { step: 'tap', target: 'sun' }],
      hint: text('ចុច Next (បន្ទាប់)។', 'Tap Next.'),
    },
  ],
};
