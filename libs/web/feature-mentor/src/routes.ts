import type { Routes } from '@angular/router';

/** The pages of a mentor. */
export const mentorRoutes: Routes = [];
