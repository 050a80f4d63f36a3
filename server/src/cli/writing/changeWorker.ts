/** The worker of `fix` and `format`. */
import { serve } from '../workers/serve';
import { changeWork } from './changeWork';

serve(changeWork);
