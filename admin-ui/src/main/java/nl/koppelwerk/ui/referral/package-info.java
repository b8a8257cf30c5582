/** Needs that are handed over to a service, followed until the family arrived, and the directory of services. */
@NullMarked
package nl.koppelwerk.ui.referral;

import org.jspecify.annotations.NullMarked;
