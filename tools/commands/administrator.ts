import { apiScript } from '../start/api-command.ts';

await apiScript('administrator');
