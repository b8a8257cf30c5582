/** Nights matched once more without publishing anything: to replay them, or to try a draft of rules on them. */
@NullMarked
package nl.koppelwerk.data.rerun;

import org.jspecify.annotations.NullMarked;
