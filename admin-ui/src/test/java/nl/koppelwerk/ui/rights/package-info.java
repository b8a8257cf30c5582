/** The pages on which coordinators carry out what people ask about their data. */
@NullMarked
package nl.koppelwerk.ui.rights;

import org.jspecify.annotations.NullMarked;
