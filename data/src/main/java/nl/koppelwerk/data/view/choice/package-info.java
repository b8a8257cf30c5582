/** What pages ask around a plan: who somebody means, what lies around two postcodes, what changed after a decision. */
@NullMarked
package nl.koppelwerk.data.view.choice;

import org.jspecify.annotations.NullMarked;
