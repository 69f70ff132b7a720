/** A life in a process of its own, to be ended by others. Its order comes as JSON in its first argument. */
import { live, type Order } from './life.ts';

// Nothing the bot waits for keeps a process alive; in production its open port does.
const alive = setInterval(() => {}, 1000);
await live(JSON.parse(process.argv[2] ?? '') as Order, () => console.log('started'));
clearInterval(alive);
