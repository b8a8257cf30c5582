/** What a browser's session remembers, in the database, so that any node can go on with it. */
@NullMarked
package nl.koppelwerk.data.session;

import org.jspecify.annotations.NullMarked;
