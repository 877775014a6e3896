-- Finds the articles that texts of other articles name by an address elsewhere.
create index articles_by_address on articles using gin ((record -> 'addresses'));
