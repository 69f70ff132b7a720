/** Everything that moves. The page itself is complete without it: these modules add what a form cannot do. */
import { startCommandLine } from './command-line.js';
import { startLog } from './log.js';
import { keepTimes } from './times.js';

startCommandLine();
startLog();
keepTimes();
