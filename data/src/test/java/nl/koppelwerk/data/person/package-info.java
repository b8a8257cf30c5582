/** Tests of keeping families and volunteers. */
@NullMarked
package nl.koppelwerk.data.person;

import org.jspecify.annotations.NullMarked;
