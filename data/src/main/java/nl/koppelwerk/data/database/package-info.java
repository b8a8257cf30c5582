/** The database itself: starts or finds PostgreSQL, brings the schema up to date, and opens it for one organisation. */
@NullMarked
package nl.koppelwerk.data.database;

import org.jspecify.annotations.NullMarked;
