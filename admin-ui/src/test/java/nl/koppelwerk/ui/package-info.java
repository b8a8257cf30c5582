/** Tests of the pages, on real PostgreSQL. */
@NullMarked
package nl.koppelwerk.ui;

import org.jspecify.annotations.NullMarked;
