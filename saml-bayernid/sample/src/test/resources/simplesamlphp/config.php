<?php
error_reporting(E_ALL & ~E_DEPRECATED);
require '/etc/simplesamlphp/config.php';
$config = array_merge($config, [
    'baseurlpath' => 'http://127.0.0.1:{PORT}/simplesaml/',
    'certdir' => '{FOLDER}/cert/',
    'loggingdir' => '{FOLDER}/log/',
    'datadir' => '{FOLDER}/data/',
    'tempdir' => '{FOLDER}/temp',
    'metadatadir' => '{FOLDER}/metadata',
    'metadata.sources' => [['type' => 'flatfile', 'directory' => '{FOLDER}/metadata']],
    'secretsalt' => 'only-for-this-test',
    'auth.adminpassword' => 'only-for-this-test',
    'enable.saml20-idp' => true,
    'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
    'store.type' => 'phpsession',
    'session.phpsession.savepath' => '{FOLDER}/sessions',
    'session.cookie.secure' => false,
    'session.cookie.samesite' => null,
    'session.cookie.name' => 'IdpSession',
    'session.phpsession.cookiename' => 'IdpPhpSession',
    'session.authtoken.cookiename' => 'IdpAuthToken',
    'logging.handler' => 'file',
    'statistics.out' => [],
]);
