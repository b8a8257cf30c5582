/** Tests of runs and publishing on real PostgreSQL. */
@NullMarked
package nl.koppelwerk.data.run;

import org.jspecify.annotations.NullMarked;
