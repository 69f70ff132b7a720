/** Why an alert is not due, and never becomes due by itself. */
export const dropped = {
  ownCopy: "the channel was alerted to its workspace's own copy of this article",
  muted: 'the story is muted in this channel',
  /** Comes back when somebody subscribes to something in it again. */
  unsubscribed: 'nobody in the channel is subscribed to it any more',
} as const;
