/** Under which name a phone remembers why it was emptied, until somebody comes in. */
export const whyEmpty = 'emptied'
