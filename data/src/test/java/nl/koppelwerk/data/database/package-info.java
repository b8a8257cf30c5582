/** Tests of the database, and the extension that gives every test class a database of its own. */
@NullMarked
package nl.koppelwerk.data.database;

import org.jspecify.annotations.NullMarked;
