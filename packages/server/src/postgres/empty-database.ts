/** Takes everything of Iltizam out of a database, as the owner of its tables; migrations follow. */
export const emptyDatabase = `
  drop schema public cascade;
  create schema public;
  grant usage on schema public to iltizam_app;
  grant usage, create on schema public to iltizam_counter`;
