-- Names, streets and schools of families and volunteers are kept encrypted; searching and sorting by them happens in the
-- application. What the matching needs of a place, the four digits of a postcode, stays readable.
call seal('family', 'name', 'id');
call seal('family', 'street', 'id');
call seal('family', 'school', 'id');
call seal('volunteer', 'name', 'id');
call seal('volunteer', 'street', 'id');
call seal('volunteer', 'school', 'id');
