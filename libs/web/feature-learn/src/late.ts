import { inject, Injector, type Type } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@sala/web/data-device';
import { Session } from '@sala/web/data-session';
import { Uplink } from '@sala/web/data-sync';
import type { CourseDownloads } from '@sala/web/data-sync/late';

/** Loads the part with the pages, views and work that the first card does not wait for. */
export const rare = () => import('./rare.js');

/** What learning shows among the settings. */
export const settingsParts = async (): Promise<Type<unknown>[]> => {
  const { SpaceLine, StateLine } = await rare();
  return [StateLine, SpaceLine];
};

/** What a mentor is shown of a card or step. */
export const shownCard = async (): Promise<Type<unknown>> => (await rare()).ShownCard;

/** What learning shows on the help page. */
export const helpParts = async (): Promise<Type<unknown>[]> => [(await rare()).AskMentor];

/** Gives the phone's store and the uplink the work that they seldom need: media that makes room, events that leave the log, people who are forgotten. */
export function giveLateWork(): void {
  const injector = inject(Injector);
  inject(Store).makeRoom = async () => injector.get((await rare()).Room).make();
  inject(Uplink).tidy = async (now) => injector.get((await rare()).Upkeep).run(now);
  const [session, router] = [inject(Session), inject(Router)];
  inject(Uplink).forget = async (ids) => {
    const { Belongings } = await rare();
    if (ids.includes(session.learner()?.personId ?? '')) {
      session.close();
      await router.navigateByUrl('/who', { replaceUrl: true });
    }
    await injector.get(Belongings).forget(ids);
    if (session.people().length === 0) await router.navigateByUrl('/card', { replaceUrl: true });
  };
}

/** Gives what brings whole courses, once that part is here: the first card needs none of it. */
export function lateDownloads(): () => Promise<CourseDownloads> {
  const injector = inject(Injector);
  return async () => injector.get((await rare()).CourseDownloads);
}
