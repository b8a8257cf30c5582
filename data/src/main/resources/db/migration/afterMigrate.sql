-- Tables that came with a migration since are limited like what they hang on.
call limit_tables();
call plan_limits();
