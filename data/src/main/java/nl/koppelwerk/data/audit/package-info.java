/** Who saw and who changed what: added to, never changed. */
@NullMarked
package nl.koppelwerk.data.audit;

import org.jspecify.annotations.NullMarked;
