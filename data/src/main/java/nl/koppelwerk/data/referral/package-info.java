/** The directory of services, read and written as Open Referral HSDS 3.0. */
@NullMarked
package nl.koppelwerk.data.referral;

import org.jspecify.annotations.NullMarked;
