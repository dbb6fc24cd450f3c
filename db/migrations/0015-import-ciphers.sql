-- Encrypted columns are found by their names when keys are rotated; written rows leave the table.
alter table registry.import_piece rename column cipher to rows_cipher;
alter table registry.import_row rename column cipher to detail_cipher;
alter table registry.import_effect rename column cipher to effect_cipher;
alter table registry.import_row drop column applied;
