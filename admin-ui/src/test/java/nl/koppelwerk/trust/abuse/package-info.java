/** Everything that somebody with bad intentions would try, done by a program: what it may find is nothing. */
@NullMarked
package nl.koppelwerk.trust.abuse;

import org.jspecify.annotations.NullMarked;
