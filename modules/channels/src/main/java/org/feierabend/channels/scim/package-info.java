/**
 * SCIM 2.0 (RFC 7643, 7644): an identity system provisions people and units. Names, telephone
 * numbers and whatever else is not needed are dropped here.
 */
package org.feierabend.channels.scim;
