// The author's path, a test a step.

import { authorsPath } from './author.mts';
import { opened, testSteps } from './opened.mts';

describe('an author', () => testSteps(authorsPath, opened()));
