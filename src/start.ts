import { enableCompileCache } from 'node:module';

if (Number.parseInt(process.versions.node, 10) < 26) {
  console.error(
    `Bellwire needs Node 26 or newer; this is ${process.version}. \`npm ci\` brings its own: use \`npm start\`.`,
  );
  process.exit(1);
}
enableCompileCache();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
