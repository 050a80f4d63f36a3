/** The worker of `export`. */
import { serve } from '../workers/serve';
import { rowsWork } from './rowsWork';

serve(rowsWork);
