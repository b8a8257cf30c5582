/** Tests of the pages of families and volunteers. */
@NullMarked
package nl.koppelwerk.ui.person;

import org.jspecify.annotations.NullMarked;
