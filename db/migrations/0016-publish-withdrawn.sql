-- A reporter who takes back "may be shown to neighbors" is off the board, also where nobody has to be asked.
alter table matters.matter add column publish_withdrawn boolean not null default false;
