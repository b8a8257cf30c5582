/** Tests of the stores on real PostgreSQL, and a made-up town to fill them with. */
@NullMarked
package nl.koppelwerk.data.store;

import org.jspecify.annotations.NullMarked;
