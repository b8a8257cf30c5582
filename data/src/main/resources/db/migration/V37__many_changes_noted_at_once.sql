-- A statement that changes thousands of rows is noted with one pass over them: the plan that was kept from a statement of
-- one row compared every old row with every new one (7,720 requests: over five minutes).
alter function note_changed() set enable_nestloop = off;
