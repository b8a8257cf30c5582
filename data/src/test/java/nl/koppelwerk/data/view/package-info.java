/** Tests of what the pages read, on real PostgreSQL. */
@NullMarked
package nl.koppelwerk.data.view;

import org.jspecify.annotations.NullMarked;
