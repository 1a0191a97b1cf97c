export { ReportProjection } from './report-projection.js';
export { Reporting1764000000080 } from './reporting.migration.js';
export { ReportingModule } from './reporting.module.js';
