/** The worker of `check` and `stats`. */
import { serve } from '../../workers/serve';
import { checkWork } from './checkWork';

serve(checkWork);
