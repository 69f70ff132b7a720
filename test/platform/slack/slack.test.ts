import { keepsThePlatformContract } from '../contract.ts';
import { openSlack } from './open-slack.ts';

keepsThePlatformContract('Slack', openSlack);
keepsThePlatformContract('Slack, where only blocks tell what a message is', () =>
  openSlack({ metadata: false }),
);
