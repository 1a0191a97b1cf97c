import { Catalogues } from '@sala/api/library';
import { Handle } from '@sala/api/platform';
import { CourseInOverview, PersonPath, ProgressReply } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Controller, Param } from '@nestjs/common';
import { Progress } from './progress.js';

/** Progress of people and of courses. */
@Controller()
export class ProgressController {
  constructor(
    private readonly progressOf: Progress,
    private readonly catalogues: Catalogues,
  ) {}

  /** A person's progress in all courses. */
  @Handle(routes.progress)
  async progress(@Param() path: PersonPath): Promise<ProgressReply> {
    return { progress: await this.progressOf.of(path.personId) };
  }

  /** The studio's list of courses, with how many people have begun each. */
  @Handle(routes.courseOverview)
  async courseOverview(): Promise<CourseInOverview[]> {
    const [courses, learners] = await Promise.all([this.catalogues.overview(), this.progressOf.learnersByCourse()]);
    return courses.map((course) => ({ ...course, learners: learners.get(course.courseId) ?? 0 }));
  }
}
