/** Tests of the pages for administrators. */
@NullMarked
package nl.koppelwerk.ui.administration;

import org.jspecify.annotations.NullMarked;
